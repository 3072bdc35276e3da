# The pages and a silo as services of Windows. Run it once, as administrator, on the machine, after
#   dotnet publish src/Samverkan.App -c Release -p:PublishProfile=win-x64
# and a copy of out/publish/win-x64 to C:\Program Files\Samverkan.
# Settings are in C:\ProgramData\Samverkan\appsettings.json, and relative paths (out, my-scenarios, audit.jsonl) lead to that folder.
# Not run by its authors, who have no Windows.
$program = 'C:\Program Files\Samverkan\samverkan.exe'
$data = 'C:\ProgramData\Samverkan'
$services = @{
    'Samverkan'      = "serve --behind-proxy 127.0.0.1 --tokens `"$data\tokens`""
    'Samverkan-silo' = "silo --name $env:COMPUTERNAME"
}

New-Item -ItemType Directory -Force -Path $data | Out-Null
foreach ($name in $services.Keys) {
    New-Service -Name $name -BinaryPathName "`"$program`" $($services[$name])" -StartupType Automatic
    # An account of its own that may write into the data folder and nowhere else.
    sc.exe config $name obj= "NT SERVICE\$name"
    icacls $data /grant "NT SERVICE\${name}:(OI)(CI)M"
    # A service that ends by itself is started again after five seconds.
    sc.exe failure $name reset= 86400 actions= restart/5000
    sc.exe failureflag $name 1
    Start-Service $name
}
