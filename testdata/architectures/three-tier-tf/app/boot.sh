#!/bin/bash
set -e
mkdir -p /var/www/html/uploads
mount -t efs -o tls ${uploads}:/ /var/www/html/uploads
systemctl start httpd
