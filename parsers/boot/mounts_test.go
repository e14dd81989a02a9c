package boot

import (
	"slices"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
)

// mountsOf are the mounts that a script makes.
func mountsOf(text string) []Step {
	return slices.DeleteFunc(Read(text, nil).Steps, func(s Step) bool { return s.Verb != MountOn })
}

func TestMounts(t *testing.T) {
	hole := graph.Hole
	for _, c := range []struct {
		name, script string
		want         []Step
	}{
		{"a command", "mount /dev/xvdf /data", []Step{{Source: "/dev/xvdf", Name: "/data"}}},
		{"with a type and options", "sudo mount -t xfs -o noatime,nofail /dev/sdf /srv", []Step{{Source: "/dev/sdf", Name: "/srv", Type: "xfs"}}},
		{"after others", "mkdir -p /data && mount /dev/sdf /data; ls", []Step{{Source: "/dev/sdf", Name: "/data"}}},
		{"variables", "DEVICE=/dev/nvme1n1\nexport DIR=\"/var/www\"\nmount $DEVICE ${DIR}/uploads", []Step{{Source: "/dev/nvme1n1", Name: "/var/www/uploads"}}},
		{"a line for fstab", `echo "/dev/sdf /var/www ext4 defaults,nofail 0 2" >> /etc/fstab`, []Step{{Source: "/dev/sdf", Name: "/var/www", Type: "ext4"}}},
		{"a line for fstab, unquoted", `echo UUID=12-34 /data xfs defaults 0 0 | tee -a /etc/fstab`, []Step{{Source: "UUID=12-34", Name: "/data", Type: "xfs"}}},
		{"fstab and a mount of it are one", "echo '/dev/sdf /data xfs defaults 0 0' >> /etc/fstab\nmount /data\nmount -a", []Step{{Source: "/dev/sdf", Name: "/data", Type: "xfs"}}},
		{"a here-document", "cat >> /etc/fstab <<EOF\nLABEL=data /data ext4 defaults 0 2\nEOF", []Step{{Source: "LABEL=data", Name: "/data", Type: "ext4"}}},
		{"EFS", "mount -t efs -o tls " + hole + ":/ /mnt/efs", []Step{{Source: hole + ":/", Name: "/mnt/efs", Type: "efs"}}},
		{"NFS", "mount -t nfs4 -o nfsvers=4.1 " + hole + ":/export /mnt", []Step{{Source: hole + ":/export", Name: "/mnt", Type: "nfs4"}}},
		{"cloud-init", "#cloud-config\nmounts:\n  - [ xvdf, /data, ext4 ]\n  - [ \"LABEL=x\", \"/srv\" ]\nruncmd:\n  - [ ls, /root ]", []Step{{Source: "/dev/xvdf", Name: "/data", Type: "ext4"}, {Source: "LABEL=x", Name: "/srv"}}},
		{"a device that a command finds", `echo "UUID=$(blkid -s UUID -o value /dev/xvdf) /data ext4 defaults 0 2" | tee -a /etc/fstab`, []Step{{Source: "UUID=$(blkid -s UUID -o value /dev/xvdf)", Name: "/data", Type: "ext4"}}},
		{"flags of sudo", "sudo -E mount /dev/sdf /data", []Step{{Source: "/dev/sdf", Name: "/data"}}},
		{"a link into it", "mount /dev/sdf /data\nln -sfn /data/uploads /var/www/html/uploads", []Step{{Source: "/dev/sdf", Name: "/data"}, {Source: "/dev/sdf", Name: "/var/www/html/uploads"}}},
		{"a link beside it", "mount /dev/sdf /data\nln -s /database /var/www/x && ln /data/a /var/www/a", []Step{{Source: "/dev/sdf", Name: "/data"}}},
		{"words about mounting", "echo please mount /dev/sdf /data\n# mount /dev/sdf /data\nyum install mount /dev /x", nil},
		{"another command's words", "grep mount /etc/mtab /proc/mounts", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := mountsOf(c.script)
			if len(got) != len(c.want) {
				t.Fatalf("got %+v, want %+v", got, c.want)
			}
			for i := range got {
				if got[i].Source != c.want[i].Source || got[i].Name != c.want[i].Name || got[i].Type != c.want[i].Type {
					t.Errorf("got %+v, want %+v", got[i], c.want[i])
				}
			}
		})
	}
}
