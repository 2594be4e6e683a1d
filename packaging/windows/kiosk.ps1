# The till starts with the desktop of whoever signs in on this machine; -Remove ends that. As administrator.
# Never run by us: written from Microsoft's documents.
param([switch]$Remove)
$ErrorActionPreference = "Stop"
$run = "HKLM:\Software\Microsoft\Windows\CurrentVersion\Run"
if ($Remove) {
    Remove-ItemProperty -Path $run -Name "eckWMS" -ErrorAction SilentlyContinue
    exit 0
}
$program = Join-Path $env:ProgramFiles "eckWMS\eckwms.exe"
if (-not (Test-Path $program)) { throw "eckWMS is not installed at $program" }
Set-ItemProperty -Path $run -Name "eckWMS" -Value "`"$program`" run --kiosk"
