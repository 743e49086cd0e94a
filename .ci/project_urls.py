"""The addresses of the project in its package: those of the repository in which CI builds it.

A file of the repository cannot know where that is published, and a copy of it is published elsewhere.
"""

import os
from collections.abc import Mapping

from hatchling.metadata.plugin.interface import MetadataHookInterface


def project_urls(environment: Mapping[str, str]) -> dict[str, str]:
    """Returns the addresses by their labels; none outside of GitHub's CI, which names its repository."""
    server, repository = environment.get("GITHUB_SERVER_URL"), environment.get("GITHUB_REPOSITORY")
    if not server or not repository:
        return {}
    home = f"{server}/{repository}"
    return {
        "Homepage": home,
        "Documentation": f"{home}/tree/HEAD/docs",
        "Changelog": f"{home}/blob/HEAD/CHANGELOG.md",
        "Issues": f"{home}/issues",
    }


class ProjectUrls(MetadataHookInterface):
    """Fills in the `urls` that `pyproject.toml` leaves open."""

    def update(self, metadata: dict[str, object]) -> None:
        """Adds the addresses; called whenever a package is built."""
        metadata["urls"] = project_urls(os.environ)
