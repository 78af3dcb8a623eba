# Sourced by the other scripts: what they need, and what they build when it is older than its sources.
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

# Debian packages, on a machine that lacks them: a real antivirus, a real browser, a reader of PDF.
installer_les_programmes() {
  local paquets=""
  command -v chromium-headless-shell >/dev/null 2>&1 || paquets="$paquets chromium-headless-shell"
  [ -x /usr/sbin/clamd ] || paquets="$paquets clamav-daemon"
  command -v pdftotext >/dev/null 2>&1 || paquets="$paquets poppler-utils"
  if [ -n "$paquets" ] && command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installation de$paquets…"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $paquets; } >/dev/null 2>&1 \
      || echo "Paquets non installés :$paquets. Les tests qui en dépendent seront sautés."
  fi
}

construire() { # project or solution, its assembly; npm packages, styles and scripts are built by the project itself
  local dll=$2
  if [ ! -f "$dll" ] || [ -n "$(find src tests Directory.Build.props global.json \
      \( -name node_modules -o -name bin -o -name obj -o -name wwwroot \) -prune -o -type f -newer "$dll" -print -quit)" ]; then
    echo "Construction…"
    dotnet build "$1" -c Release -v quiet -clp:ErrorsOnly
    touch "$dll"
  fi
}

# One form for every file, « dotnet csharpier format . » gives it; what it does not cut (texts, views) stays within 140 columns too.
verifier_la_forme() {
  dotnet csharpier check .
  local longues
  longues=$(git ls-files -- '*.cs' '*.cshtml' ':!*/Migrations/*' | LC_ALL=C.UTF-8 xargs -d '\n' grep -nE '^.{141,}' || true)
  [ -z "$longues" ] || { printf 'Lignes de plus de 140 colonnes :\n%s\n' "$longues" >&2; return 1; }
}
