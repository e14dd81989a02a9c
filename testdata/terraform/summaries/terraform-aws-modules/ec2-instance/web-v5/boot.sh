#!/bin/sh
docker run -d -p 80:80 nginx
