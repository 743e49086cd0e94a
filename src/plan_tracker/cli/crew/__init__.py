"""Several processes for one large plan."""
