"""What every web page shares: policies, languages, forms, headers, assets, error pages."""
