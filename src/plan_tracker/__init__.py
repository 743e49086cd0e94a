"""Says how much of each goal of a yearly plan is done, whether that is on pace, and what is behind."""

__version__ = "0.1.0"
