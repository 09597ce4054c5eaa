"""Customer: what has happened with this customer, and what comes next?"""

from pages.shared.filters import chosen
from pages.shared.heading import heading

heading("customer", chosen().place)
