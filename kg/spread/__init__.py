"""Work spread over processes and machines, its results in the order of the work.

What may go in: handing out batches and collecting what comes of them; what the work is, is told by
whoever asks for it.
"""
