# One node's part in cutting off its zone: waits for the word, cuts the network card that holds the node's address for
# CUT_SECONDS, and clears up. The kernel ends the cut by itself, whatever becomes of this script: the drop rules look the protocol
# up in a set whose elements expire. Needs sh, sleep, ip and nft, and the right to administer the node's network.
# Ends with 0: nothing was cut, or the cut is over and cleared up; 3: nothing was cut, nobody came; else: something is wrong.
set -u

fail() { # STATUS REASON
  echo "$2"
  exit "$1"
}

rules() { # OPTIONS...
  nft "$@" -f - <<END
add table inet $CUT_TABLE
delete table inet $CUT_TABLE
table inet $CUT_TABLE {
  set cut {
    type nf_proto
    flags timeout
    elements = { ipv4 timeout ${CUT_SECONDS}s, ipv6 timeout ${CUT_SECONDS}s }
  }
  chain prerouting {
    type filter hook prerouting priority -500
    iifname "$card" meta nfproto @cut drop
  }
  chain postrouting {
    type filter hook postrouting priority 500
    oifname "$card" meta nfproto @cut drop
  }
}
END
}

end() {
  nft delete table inet "$CUT_TABLE" 2>/dev/null
  ! nft list table inet "$CUT_TABLE" >/dev/null 2>&1 || fail 5 "the table $CUT_TABLE cannot be deleted"
  exit 0
}

nft list tables >/dev/null || fail 4 "nft does not work here: the image may lack it, or the pod the right to use it"
[ "$CUT_TASK" = cut ] || end

card=$(ip -o address show | while read -r number name family address rest; do
  [ "${address%%/*}" != "$HOST_IP" ] || { echo "${name%%@*}"; break; }
done)
[ -n "$card" ] || fail 4 "no network card here holds the node's address $HOST_IP, or the image lacks ip"
rules -c || fail 4 "nft does not take the rules: the node's kernel may be too old"
trap end TERM
: >/tmp/ready
echo "ready to cut $card"

left=$((CUT_WAIT * 10))
until [ -e /tmp/go ]; do
  [ ! -e /tmp/stop ] || exit 0
  [ "$left" -gt 0 ] || fail 3 "nobody came within $CUT_WAIT s; nothing was cut"
  left=$((left - 1))
  sleep 0.1
done
sleep 0.2 # whoever gave the word hears that it arrived
rules || fail 6 "nft did not take the rules; nothing was cut"
echo "cut $card for $CUT_SECONDS s"
sleep "$CUT_SECONDS" &
timer=$!
(
  until [ -e /tmp/stop ]; do sleep 1; done
  kill "$timer"
) &
wait "$timer"
end
