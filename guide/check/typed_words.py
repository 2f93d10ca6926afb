"""What is wrong with the files of words that people use, as findings."""

from guide.check.finding import Finding
from guide.project import Project

WORDS_PEOPLE_USE = "words"
"""The code of a fault in the words that people use."""


def faults_of_words(project: Project) -> list[Finding]:
    """A finding for each fault of the files of words, held against the flows."""
    problems = (*project.faults_of_words, *project.faults_of_danger_words)
    return [Finding(WORDS_PEOPLE_USE, "error", *problem) for problem in problems]
