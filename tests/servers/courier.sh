#!/bin/bash
# Courier's own paths are built into it: they are laid over those of the system, for this process and its children only.
# Called by courier.py as: unshare --mount --pid ... bash courier.sh ROOT FOLDER PORT UID GID, the password on stdin.
set -euo pipefail
root=$1 folder=$2 port=$3 uid=$4 gid=$5
mount -t overlay overlay -o "lowerdir=$root/usr:/usr" /usr
mount -t overlay overlay -o "lowerdir=$root/etc:/etc" /etc
mount -t tmpfs tmpfs /run
mkdir -p /run/courier/authdaemon
mount -t tmpfs tmpfs /etc/courier
cp "$root/etc/courier/imapd" /etc/courier/
printf 'authmodulelist="authuserdb"\nauthmodulelistorig="authuserdb"\ndaemons=5\nauthdaemonvar=/run/courier/authdaemon\nDEFAULTOPTIONS=""\n' >/etc/courier/authdaemonrc
read -r password
secret=$(printf '%s\n' "$password" | userdbpw -md5)
for home in "$folder"/home/*; do
	printf '%s\tuid=%s|gid=%s|home=%s|imappw=%s\n' "$(basename "$home")" "$uid" "$gid" "$home" "$secret"
done >/etc/courier/userdb
chmod 600 /etc/courier/userdb
makeuserdb
/usr/lib/courier/courier-authlib/authdaemond &
# shellcheck disable=SC1091
. /etc/courier/imapd
trap exit TERM # and with this process, the first of its kind, all others end
env -i PATH="$PATH" LD_LIBRARY_PATH="$LD_LIBRARY_PATH" IMAP_CAPABILITY="$IMAP_CAPABILITY" IMAP_KEYWORDS=1 IMAP_ACL=1 \
	IMAP_ENHANCEDIDLE=1 IMAP_IDLE_TIMEOUT=60 IMAP_USELOCKS=1 IMAP_CHECK_ALL_FOLDERS=0 IMAP_OBSOLETE_CLIENT=0 IMAP_UMASK=022 \
	IMAP_DISABLETHREADSORT=0 IMAP_STARTTLS=NO TLS_CERTFILE= \
	couriertcpd -address=127.0.0.1 -maxprocs=200 -maxperip=200 -nodnslookup -noidentlookup "$port" \
	/usr/lib/courier/courier/imaplogin /usr/bin/imapd Maildir &
wait
