# Sourced by the other scripts: installs and builds what is missing or older than its sources.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1
WEB=src/FitnGrants.Web

exiger() { # command, what to do
  command -v "$1" >/dev/null 2>&1 || { echo "Il manque $1 : $2" >&2; exit 1; }
}

exiger dotnet "installez le SDK .NET 10."
exiger node "installez Node.js 20 ou plus récent."
exiger npm "installez npm, livré avec Node.js."
case "$(dotnet --version 2>/dev/null)" in
  10.*) ;;
  *) echo "Il faut le SDK .NET 10 ; celui-ci est $(dotnet --version 2>/dev/null || echo absent)." >&2; exit 1 ;;
esac

installer_paquets() {
  local marque=$WEB/node_modules/.fitn-installe
  if [ ! -f "$marque" ] || [ "$WEB/package-lock.json" -nt "$marque" ]; then
    echo "Installation des paquets npm…"
    # Not « npm ci »: it refuses a lock file without the optional binaries of platforms that a registry does not serve.
    (cd "$WEB" && npm install --no-save --no-audit --no-fund --loglevel=error) && touch "$marque"
  fi
}

construire_le_style() {
  local feuille=$WEB/wwwroot/css/app.css
  if [ ! -f "$feuille" ] || [ -n "$(find "$WEB/Assets" "$WEB/package-lock.json" -newer "$feuille" -print -quit)" ]; then
    (cd "$WEB" && npm run --silent build)
  fi
}

construire() { # project or solution, its assembly
  local dll=$2
  if [ ! -f "$dll" ] || [ -n "$(find src tests tools Directory.Build.props \
      \( -name node_modules -o -name bin -o -name obj -o -name wwwroot -o -name Assets \) -prune -o -type f -newer "$dll" -print -quit)" ]; then
    echo "Construction…"
    dotnet build "$1" -c Release -v quiet -clp:ErrorsOnly
    touch "$dll"
  fi
}
