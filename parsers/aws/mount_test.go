package aws

import (
	"testing"

	"github.com/archlint/archlint/parsers/graph"
)

func mountsOf(text string) []Mount { return mountsIn(BootText{Text: text}) }

func TestMounts(t *testing.T) {
	hole := graph.Hole
	for _, c := range []struct {
		name, script string
		want         []Mount
	}{
		{"a command", "mount /dev/xvdf /data", []Mount{{Source: "/dev/xvdf", Path: "/data"}}},
		{"with a type and options", "sudo mount -t xfs -o noatime,nofail /dev/sdf /srv", []Mount{{Source: "/dev/sdf", Path: "/srv", Type: "xfs"}}},
		{"after others", "mkdir -p /data && mount /dev/sdf /data; ls", []Mount{{Source: "/dev/sdf", Path: "/data"}}},
		{"variables", "DEVICE=/dev/nvme1n1\nexport DIR=\"/var/www\"\nmount $DEVICE ${DIR}/uploads", []Mount{{Source: "/dev/nvme1n1", Path: "/var/www/uploads"}}},
		{"a line for fstab", `echo "/dev/sdf /var/www ext4 defaults,nofail 0 2" >> /etc/fstab`, []Mount{{Source: "/dev/sdf", Path: "/var/www", Type: "ext4"}}},
		{"a line for fstab, unquoted", `echo UUID=12-34 /data xfs defaults 0 0 | tee -a /etc/fstab`, []Mount{{Source: "UUID=12-34", Path: "/data", Type: "xfs"}}},
		{"fstab and a mount of it are one", "echo '/dev/sdf /data xfs defaults 0 0' >> /etc/fstab\nmount /data\nmount -a", []Mount{{Source: "/dev/sdf", Path: "/data", Type: "xfs"}}},
		{"a here-document", "cat >> /etc/fstab <<EOF\nLABEL=data /data ext4 defaults 0 2\nEOF", []Mount{{Source: "LABEL=data", Path: "/data", Type: "ext4"}}},
		{"EFS", "mount -t efs -o tls " + hole + ":/ /mnt/efs", []Mount{{Source: hole + ":/", Path: "/mnt/efs", Type: "efs"}}},
		{"NFS", "mount -t nfs4 -o nfsvers=4.1 " + hole + ":/export /mnt", []Mount{{Source: hole + ":/export", Path: "/mnt", Type: "nfs4"}}},
		{"cloud-init", "#cloud-config\nmounts:\n  - [ xvdf, /data, ext4 ]\n  - [ \"LABEL=x\", \"/srv\" ]\nruncmd:\n  - [ ls, /root ]", []Mount{{Source: "/dev/xvdf", Path: "/data", Type: "ext4"}, {Source: "LABEL=x", Path: "/srv"}}},
		{"a device that a command finds", `echo "UUID=$(blkid -s UUID -o value /dev/xvdf) /data ext4 defaults 0 2" | tee -a /etc/fstab`, []Mount{{Source: "UUID=$(blkid -s UUID -o value /dev/xvdf)", Path: "/data", Type: "ext4"}}},
		{"flags of sudo", "sudo -E mount /dev/sdf /data", []Mount{{Source: "/dev/sdf", Path: "/data"}}},
		{"a link into it", "mount /dev/sdf /data\nln -sfn /data/uploads /var/www/html/uploads", []Mount{{Source: "/dev/sdf", Path: "/data"}, {Source: "/dev/sdf", Path: "/var/www/html/uploads"}}},
		{"a link beside it", "mount /dev/sdf /data\nln -s /database /var/www/x && ln /data/a /var/www/a", []Mount{{Source: "/dev/sdf", Path: "/data"}}},
		{"words about mounting", "echo please mount /dev/sdf /data\n# mount /dev/sdf /data\nyum install mount /dev /x", nil},
		{"another command's words", "grep mount /etc/mtab /proc/mounts", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := mountsOf(c.script)
			if len(got) != len(c.want) {
				t.Fatalf("got %+v, want %+v", got, c.want)
			}
			for i := range got {
				if got[i].Source != c.want[i].Source || got[i].Path != c.want[i].Path || got[i].Type != c.want[i].Type {
					t.Errorf("got %+v, want %+v", got[i], c.want[i])
				}
			}
		})
	}
}

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
