package aws

import "testing"

func TestContentPaths(t *testing.T) {
	for path, want := range map[string]bool{
		"/var/www/html": true, "/var/www": true, "/srv": true, "/mnt/uploads": true, "/data/media": true, "/usr/share/nginx/html": true,
		"/var/log": false, "/var/lib/docker": false, "/var/lib/mysql": false, "/var/tmp/uploads": false, "/data": false, "/mnt": false, "/var/www-cache": false, "/opt/app": false,
		"/media/data": false, "/usr/share/kibana": false, "/opt/profiles": false, "/var/lib/images": false, "/media/uploads": true, "/media": false, "/opt/contentdb": false, "/srv/jenkins": false, "/srv/app": false,
		"/mnt/datashare/neo4j": false, "/mnt/shared-files": true, "/srv/www/site": true, "/var/www/html/cache": false,
	} {
		if got := (Mount{Source: "/dev/sdf", Path: path}).Content(); got != want {
			t.Errorf("%s: content is %v", path, got)
		}
	}
}

func TestLocalAndNFS(t *testing.T) {
	for _, c := range []struct {
		mount Mount
		local bool
		host  string
	}{
		{Mount{Source: "/dev/sdf"}, true, ""},
		{Mount{Source: "UUID=1", Type: "ext4"}, true, ""},
		{Mount{Source: "fs-1:/", Type: "efs"}, false, ""},
		{Mount{Source: "10.0.0.5:/export", Type: "nfs"}, false, "10.0.0.5"},
		{Mount{Source: "10.0.0.5:/export"}, false, "10.0.0.5"},
		{Mount{Source: "tmpfs", Type: "tmpfs"}, false, ""},
	} {
		host, _ := c.mount.NFS()
		if c.mount.Local() != c.local || host != c.host {
			t.Errorf("%+v: local %v, host %q", c.mount, c.mount.Local(), host)
		}
	}
}
