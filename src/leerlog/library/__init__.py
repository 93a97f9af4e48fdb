"""From YAML and TOML to domain values."""
