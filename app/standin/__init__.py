"""Stand-ins that speak the real wire formats: Dapodik, account directory, Zendesk."""
