"""What lets search engines and other sites find pages and know what they hold."""
