package aws

import (
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/boot"
	"github.com/archlint/archlint/parsers/graph"
)

// A Mount is a file system that a boot script mounts.
type Mount struct {
	Source string // "/dev/xvdf", "UUID=…", "fs-123:/", "10.0.0.5:/export"; with holes
	Path   string // where it is mounted
	Type   string // "ext4", "nfs4", "efs"; "" where it is not said
	Place  graph.Place
}

// networkTypes are the file system types that come over the network.
var networkTypes = map[string]bool{"nfs": true, "nfs4": true, "efs": true, "cifs": true, "smb3": true, "lustre": true, "fuse.s3fs": true, "s3fs": true, "glusterfs": true, "ceph": true, "tmpfs": true, "none": true, "proc": true, "overlay": true}

// Local tells whether the mount is a block device of the instance, by its source and type.
func (m Mount) Local() bool {
	if networkTypes[m.Type] || strings.Contains(m.Source, ":/") {
		return false
	}
	return strings.HasPrefix(m.Source, "/dev/") || strings.HasPrefix(m.Source, "UUID=") || strings.HasPrefix(m.Source, "LABEL=") || strings.HasPrefix(m.Source, "PARTUUID=")
}

// NFS tells whether the mount is plain NFS from a host, and gives the host.
func (m Mount) NFS() (host string, ok bool) {
	if m.Type != "" && m.Type != "nfs" && m.Type != "nfs4" {
		return "", false
	}
	host, _, ok = strings.Cut(m.Source, ":/")
	if !ok || host == "" {
		return "", false
	}
	return host, true
}

// MountsOf finds what the boot scripts of compute mount: mount commands, lines for /etc/fstab, cloud-init's mounts, and
// links into what was mounted; those in branches, too.
func MountsOf(compute *graph.Resource) []Mount {
	var out []Mount
	for _, s := range BootStepsOf(compute).Steps {
		if s.Verb == boot.MountOn {
			out = append(out, Mount{Source: s.Source, Path: s.Name, Type: s.Type, Place: s.Place})
		}
	}
	return out
}

var (
	// documentRoots are where web servers look for what they serve.
	documentRoots = []string{"/var/www", "/srv/www", "/srv/http", "/srv/htdocs", "/usr/share/nginx", "/usr/share/httpd", "/var/lib/wordpress", "/opt/bitnami/wordpress", "/bitnami/wordpress", "/opt/wordpress"}
	// contentWords name what visitors made, as words of a path.
	contentWords = []string{"upload", "uploads", "media", "files", "share", "shared", "content", "docroot", "htdocs", "wordpress", "images"}
	// otherWords name what each instance keeps for itself, and servers whose data are their own.
	otherWords = []string{"log", "logs", "tmp", "temp", "cache", "caches", "swap", "docker", "containerd", "db", "mysql", "postgres", "postgresql", "pgsql", "mongo", "mongodb",
		"redis", "elasticsearch", "opensearch", "kafka", "zookeeper", "cassandra", "neo4j", "prometheus", "grafana", "kibana", "jenkins", "gitlab", "splunk", "consul", "vault", "nexus",
		"sonarqube", "minio", "backup", "backups", "influxdb", "rabbitmq", "solr"}
	// programRoots are where programs keep what is theirs, whatever it is called.
	programRoots = []string{"/usr/", "/var/lib/"}
)

// Content tells whether the path is where a web server keeps content that its siblings should see as well: below a
// document root, or named for it.
func (m Mount) Content() bool {
	path := strings.ToLower(strings.TrimSuffix(m.Path, "/"))
	root := slices.ContainsFunc(documentRoots, func(root string) bool { return path == root || strings.HasPrefix(path, root+"/") }) || path == "/srv"
	program := slices.ContainsFunc(programRoots, func(root string) bool { return strings.HasPrefix(path, root) })
	named := strings.TrimPrefix(path+"/", "/media/") // where anything is mounted
	words := strings.FieldsFunc(named, func(c rune) bool { return strings.ContainsRune("/-_.", c) })
	has := func(list []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(list, w) })
	}
	return (root || !program && has(contentWords)) && !has(otherWords)
}
