#!/bin/sh
# What udhcpc calls with a lease: takes the address, nothing else.
# shellcheck disable=SC2154  # udhcpc sets the variables
if [ "$1" = bound ] || [ "$1" = renew ]; then
  ip -4 addr replace "$ip/$mask" dev "$interface"
  ip route replace default via "$router"
fi
