#!/bin/sh
# Writes a CycloneDX bill of materials of what is shipped: sbom.sh [FOLDER]. Needs the .NET SDK; the tool's version stands in .config/.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
folder=$(mkdir -p "${1:-$root/.build/sbom}" && cd "${1:-$root/.build/sbom}" && pwd -P)
cd "$root"
dotnet tool restore
dotnet restore src/Samverkan.App --locked-mode
dotnet tool run dotnet-CycloneDX src/Samverkan.App/Samverkan.App.csproj --output "$folder" --filename samverkan.cdx.json --output-format Json \
    --disable-package-restore --exclude-dev --set-name samverkan --set-type Application
