#!/bin/sh
# A certificate authority of this installation and a server certificate for the database, made once and kept in the volume.
set -eu
cd /certificates
if [ -f database.crt ]; then echo "Certificates are there."; exit 0; fi
openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj "/CN=Rulewright database authority" -keyout authority.key -out authority.crt
openssl req -newkey rsa:3072 -nodes -subj "/CN=database" -keyout database.key -out database.csr
printf 'subjectAltName=DNS:database\nextendedKeyUsage=serverAuth\n' > extensions
openssl x509 -req -in database.csr -CA authority.crt -CAkey authority.key -CAcreateserial -days 3650 -extfile extensions -out database.crt
rm -f database.csr extensions authority.srl
chmod 0444 authority.crt database.crt
chmod 0400 authority.key
# SQL Server runs as user 10001 in its image.
chown 10001 database.key && chmod 0400 database.key
echo "Certificates made."
