#!/bin/sh
# eckWMS for macOS, on a Mac with Python 3.12 or 3.13, git and Xcode's command line tools: program folder, disk image.
#   sh packaging/macos/build.sh
#
# NOT TESTED: no Mac was at hand when this was written. To expect at the first run: packaging/manifest-darwin.txt does not
# exist, so the build stops after the folder; look at it, then run `python3 tasks.py package --renew-manifest` and commit
# the list. packaging/macos/eckwms.icns has to be drawn. Serial ports need no rule; a kiosk is a login item.
set -e
cd "$(dirname "$0")/../.."
python3 tasks.py package
folder=build/package/frozen/eckwms
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
"$folder/eckwms" self-test

if [ -n "$ECKWMS_IDENTITY" ]; then
    find "$folder" \( -name '*.dylib' -o -name '*.so' -o -perm -u+x -type f \) -exec \
        codesign --force --options runtime --timestamp --sign "$ECKWMS_IDENTITY" {} \;
fi
hdiutil create -volname eckWMS -srcfolder "$folder" -ov -format UDZO "dist/eckwms-$version.dmg"
if [ -n "$ECKWMS_NOTARY_PROFILE" ]; then
    xcrun notarytool submit "dist/eckwms-$version.dmg" --keychain-profile "$ECKWMS_NOTARY_PROFILE" --wait
    xcrun stapler staple "dist/eckwms-$version.dmg"
fi
