"""Registry -> who held what on a day, what is wrong with its tables, and rows that it lacks, ready to be added."""

from communique.registry.as_of import Holding, holders_as_of
from communique.registry.check import check_registry
from communique.registry.compare import compare_table
from communique.registry.coverage import Coverage, measure_coverage
from communique.registry.suggest import suggest_rows

__all__ = [
    "Coverage", "Holding", "check_registry", "compare_table", "holders_as_of", "measure_coverage", "suggest_rows",
]  # fmt: skip
