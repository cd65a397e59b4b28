"""JSON-LD as Turtle."""

from typing import Any


def turtle(said: dict[str, Any]) -> str:
    """The same statements as Turtle. The context is within `said`, so nothing is fetched."""
    # Importing these takes half a second, and few ask for Turtle.
    from rdflib import Graph  # noqa: PLC0415
    from rdflib.plugins.parsers.jsonld import to_rdf  # noqa: PLC0415

    graph = Graph(bind_namespaces="none")
    # Graph.parse would do the same by way of a class that rdflib itself warns of.
    to_rdf(said, graph)
    return graph.serialize(format="turtle")
