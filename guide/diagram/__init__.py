"""Pictures of a flow, for a person to look at and sign: as Mermaid, DOT or SVG."""
