"""What a flow is, and reading one from YAML."""
