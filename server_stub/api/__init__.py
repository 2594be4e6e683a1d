"""What other programs ask of the centre: REST under `/ECK/API/V1/`, one file per noun, described by OpenAPI."""
