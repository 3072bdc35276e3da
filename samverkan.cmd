@echo off
rem Builds the program when its sources are newer than the last build, then runs it: samverkan, for Windows.
setlocal
set "root=%~dp0"
set "built=%root%.build"
set DOTNET_NOLOGO=1
set DOTNET_CLI_TELEMETRY_OPTOUT=1

where dotnet >nul 2>nul
if errorlevel 1 (
    echo samverkan needs the .NET 10 SDK: https://dotnet.microsoft.com/download 1>&2
    exit /b 1
)

if not exist "%built%" mkdir "%built%"
powershell -NoProfile -Command "$s = Get-Item '%built%\stamp' -ErrorAction SilentlyContinue; if (-not $s) { exit 1 }; $n = Get-ChildItem '%root%src', '%root%Directory.Build.props', '%root%Directory.Packages.props', '%root%global.json' -Recurse -File | Where-Object { $_.FullName -notmatch '\\(bin|obj)\\' -and $_.LastWriteTime -gt $s.LastWriteTime }; if ($n) { exit 1 }"
if not errorlevel 1 goto run

echo Building (once) ... 1>&2
dotnet publish "%root%src\Samverkan.App" --configuration Release --output "%built%\app" -p:RestoreLockedMode=true > "%built%\log" 2>&1
if errorlevel 1 (
    type "%built%\log" 1>&2
    exit /b 1
)
echo. > "%built%\stamp"

:run
dotnet "%built%\app\samverkan.dll" %*
exit /b %errorlevel%
