"""What PyInstaller takes along of Pygments: what Rich loads of it, and none of its hundreds of languages and styles.

Takes the place of the hook that PyInstaller has. No command shows code, in colours or without.
"""
