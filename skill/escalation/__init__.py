"""Decide whether, how hard, to whom and by when a customer problem must be escalated.

The layers, each importing only those before it: ``errors``, ``policy``, ``extraction``, ``evidence``, ``decision``,
``rendering`` and ``prompting``, ``readers``, ``cli``.
"""

__version__ = "0.1.0"
