"""Who is calling: people, devices, and the tokens by which they are known."""
