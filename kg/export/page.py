"""stub"""


def write_page(graph, output, *, text=True, part=None):
    pass
