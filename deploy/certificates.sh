#!/bin/sh
# Makes an authority of the cluster's own, and a certificate by it for silos and clients: certificates.sh FOLDER [DAYS].
# An authority that is there stays, so that a second call renews the certificate. Keep authority.key off the machines of the silos.
set -eu
folder=$1
days=${2:-365}
umask 077
mkdir -p "$folder"
cd "$folder"
if [ ! -f authority.crt ]; then
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -subj "/CN=Samverkan silos" \
        -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign -keyout authority.key -out authority.crt
fi
openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=silo" -keyout silo.key.new -out silo.csr
openssl x509 -req -in silo.csr -CA authority.crt -CAkey authority.key -CAcreateserial -days "$days" -out silo.crt.new
rm silo.csr
mv silo.key.new silo.key
mv silo.crt.new silo.crt
