"""A chain of twelve stores that never existed, as the files its people would have sent."""

from data.demo.loading import load
from data.demo.sending import DemoFile
from data.demo.story import files

__all__ = ["DemoFile", "files", "load"]
