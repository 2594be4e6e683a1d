# eckWMS for Windows, on a Windows runner with Python 3.12 or 3.13, git and WiX 3: program folder, MSI, signatures.
#   powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
#
# NOT TESTED: no Windows was at hand when this was written. What is tested is the MSI itself, with a placeholder for the
# program (packaging/windows/try_msi.py), and the same recipe for the folder on Linux. To expect at the first run:
# packaging\manifest-win32.txt does not exist, so the build stops after the folder; look at it, then run
# `python tasks.py package --renew-manifest` and commit the list. packaging\windows\eckwms.ico has to be drawn.
$ErrorActionPreference = "Stop"
$root = Resolve-Path "$PSScriptRoot\..\.."
Set-Location $root

python tasks.py package
if ($LASTEXITCODE) { exit $LASTEXITCODE }
$folder = "$root\build\package\frozen\eckwms"
$version = (Get-Content "$root\pyproject.toml" | Select-String '^version = "(.*)"').Matches[0].Groups[1].Value

# The folder has to find nothing wrong with itself before anything is made of it.
& "$folder\eckwmsc.exe" self-test
if ($LASTEXITCODE) { exit $LASTEXITCODE }

if ($env:ECKWMS_CERTIFICATE) {
    Get-ChildItem $folder -Filter *.exe | ForEach-Object {
        signtool sign /sha1 $env:ECKWMS_CERTIFICATE /fd sha256 /tr $env:ECKWMS_TIMESTAMP /td sha256 $_.FullName
    }
}
Copy-Item "$root\packaging\linux\config.toml" "$folder\config-sample.toml"
New-Item -ItemType Directory -Force "$root\build\msi" | Out-Null
python packaging\windows\program_wxs.py $folder | Out-File -Encoding utf8 "$root\build\msi\program.wxs"
Set-Location "$root\build\msi"
candle -nologo -arch x64 -dVersion="$version" "$root\packaging\windows\eckwms.wxs" program.wxs
light -nologo -o "$root\dist\eckwms-$version-x64.msi" eckwms.wixobj program.wixobj
if ($env:ECKWMS_CERTIFICATE) {
    signtool sign /sha1 $env:ECKWMS_CERTIFICATE /fd sha256 /tr $env:ECKWMS_TIMESTAMP /td sha256 "$root\dist\eckwms-$version-x64.msi"
}
