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
rem Paths reach PowerShell by the environment, so that no letter in them can end a string there.
powershell -NoProfile -Command "$stamp = Get-Item -LiteralPath (Join-Path $env:built 'stamp') -ErrorAction SilentlyContinue; if (-not $stamp) { exit 1 }; $files = @(Get-ChildItem -LiteralPath (Join-Path $env:root 'src') -Recurse -File) + @(Get-ChildItem -LiteralPath $env:root -File | Where-Object { $_.Name -like 'Directory.*' -or $_.Name -eq 'global.json' }); $newer = @($files | Where-Object { $_.FullName.Substring($env:root.Length) -notmatch '\\(bin|obj)\\' -and $_.LastWriteTime -gt $stamp.LastWriteTime }); if ($newer.Count -gt 0) { exit 1 }; exit 0"
if not errorlevel 1 goto run

rem What is changed while it builds is newer than the stamp, and built next time.
if exist "%built%\next" del "%built%\next"
type nul > "%built%\next"
echo Building (once) ... 1>&2
rem Compiled ahead for this machine, so that a short run need not wait for it; without the packages for that, as usual.
call :publish -p:CompiledAhead=true --use-current-runtime --self-contained false
if errorlevel 1 call :publish -p:RestoreLockedMode=true
if errorlevel 1 (
    type "%built%\log" 1>&2
    exit /b 1
)
move /y "%built%\next" "%built%\stamp" >nul

:run
rem Messages tell to type what works in both shells.
set "SAMVERKAN_CALLED=.\samverkan"
dotnet "%built%\app\samverkan.dll" %*
exit /b %errorlevel%

:publish
dotnet publish "%root%src\Samverkan.App" --configuration Release --output "%built%\app" --artifacts-path "%built%\artifacts" -p:BesideItsSources=true %* > "%built%\log" 2>&1
exit /b %errorlevel%
