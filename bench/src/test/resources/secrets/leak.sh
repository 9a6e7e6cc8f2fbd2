#!/bin/sh
# Says all it knows, on both streams and in other forms.
echo "$PLANT $PLANT_PASSED_TOKEN"
echo "error: $PLANT $PLANT_PASSED_TOKEN" >&2
printf %s "$PLANT" | base64 -w0
printf 'user:%s' "$PLANT" | base64 -w0
printf %s "$PLANT" | od -An -tx1 | tr -d ' \n'
case "$1" in
  apply) touch marker ;;
  undo) rm -f marker ;;
  effect) test -e marker ;;
  residue) test ! -e marker ;;
  *) exit 3 ;;
esac
