@echo off
rem Puts leerlog in the user's own programs; no rights are needed.
"%~dp0leerlog.exe" install
echo.
pause
