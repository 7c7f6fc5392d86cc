"""What can be seen of a library, to compare one with another."""

from tuireader.library.library import Library


def facts(library: Library) -> list[object]:
    """Everything that can be seen of a library."""
    papers = [library.paper_at(row) for row in range(len(library))]
    bodies = [library.body(paper) for paper in papers]
    return [papers, bodies, library.facets, library.days()]
