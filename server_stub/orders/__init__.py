"""Orders of the warehouse: made here, told to tills, filled by their documents."""
