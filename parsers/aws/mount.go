package aws

import (
	"os"
	"slices"
	"strings"

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
// links into what was mounted.
func MountsOf(compute *graph.Resource) []Mount {
	type key struct{ r *graph.Resource }
	return graph.Fact(compute.Graph(), key{compute}, func() []Mount {
		var out []Mount
		for _, t := range BootOf(compute).Texts {
			out = append(out, mountsIn(t)...)
		}
		return out
	})
}

// mountsIn reads one script, line by line.
func mountsIn(t BootText) []Mount {
	s := scriptReader{place: t.Place, vars: map[string]string{}, fstab: map[string]bool{}}
	for line := range strings.Lines(t.Text) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			s.read(line)
		}
	}
	return s.mounts
}

// A scriptReader gathers the mounts of a script.
type scriptReader struct {
	place     graph.Place
	vars      map[string]string // assigned until here
	fstab     map[string]bool   // the paths that lines for fstab name
	cloudInit bool              // within the mounts of a cloud-config
	mounts    []Mount
}

func (s *scriptReader) read(line string) {
	if name, value, ok := assignment(line); ok {
		s.vars[name] = value
		return
	}
	if strings.HasSuffix(line, ":") {
		s.cloudInit = line == "mounts:"
	}
	if s.cloudInit {
		if m, ok := cloudInitMount(line); ok {
			s.add(m)
			return
		}
	}
	if !speaksOfMounts(line) {
		return
	}
	words := shellWords(line, s.vars)
	for _, m := range fstabLines(words) {
		s.fstab[m.Path] = true
		s.add(m)
	}
	for _, m := range mountCommands(words) {
		if m.Source != "" && !s.fstab[m.Path] { // else it mounts what fstab says
			s.add(m)
		}
	}
	if target, name, ok := symbolicLink(words); ok {
		s.link(target, name)
	}
}

func (s *scriptReader) add(m Mount) {
	m.Place = s.place
	m.Source = strings.ReplaceAll(m.Source, string(withinWord), " ")
	s.mounts = append(s.mounts, m)
}

// link adds a name for what lies on a device that was mounted.
func (s *scriptReader) link(target, name string) {
	for _, m := range s.mounts {
		if m.Path != "/" && (target == m.Path || strings.HasPrefix(target, m.Path+"/")) {
			m.Path = name
			s.add(m)
			return
		}
	}
}

// speaksOfMounts tells, cheaply, whether a line may mount or link anything.
func speaksOfMounts(line string) bool {
	for _, w := range []string{"mount", "/dev/", "UUID=", "LABEL=", ":/", "s3fs", "ln "} {
		if strings.Contains(line, w) {
			return true
		}
	}
	return strings.Contains(line, " efs ")
}

// symbolicLink recognises `ln -s target name` among the words of a line.
func symbolicLink(words []string) (target, name string, ok bool) {
	for i, w := range words {
		if w != "ln" || !begins(words[:i]) {
			continue
		}
		var rest []string
		symbolic := false
		for _, arg := range words[i+1:] {
			if isSeparator(arg) {
				break
			}
			if strings.HasPrefix(arg, "-") {
				symbolic = symbolic || strings.Contains(arg, "s")
				continue
			}
			rest = append(rest, strings.TrimSuffix(arg, "/"))
		}
		if symbolic && len(rest) == 2 {
			return rest[0], rest[1], true
		}
	}
	return "", "", false
}

// assignment recognises NAME=value and export NAME=value.
func assignment(line string) (name, value string, ok bool) {
	line = strings.TrimPrefix(line, "export ")
	name, value, ok = strings.Cut(line, "=")
	if !ok || name == "" || strings.ContainsAny(name, " \t\"'$(){}[]/.") || strings.ContainsAny(value, " \t;|&") && !quoted(value) {
		return "", "", false
	}
	return name, strings.Trim(value, `"'`), true
}

func quoted(s string) bool {
	return len(s) > 1 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] && !strings.Contains(s[1:len(s)-1], s[:1])
}

// withinWord stands for white space that does not end a word: U+001F UNIT SEPARATOR.
const withinWord = '\x1f'

// shellWords splits a line as a shell does, roughly: quotes group, variables that were assigned before are put in,
// and ; | & > stand as words of their own.
func shellWords(line string, vars map[string]string) []string {
	var words []string
	var b strings.Builder
	var quote rune
	depth := 0 // within $( )
	has := false
	flush := func() {
		if has {
			words = append(words, expand(b.String(), vars))
		}
		b.Reset()
		has = false
	}
	for _, c := range line {
		switch {
		case depth > 0 || c == '(' && strings.HasSuffix(b.String(), "$"):
			depth += strings.Count(string(c), "(") - strings.Count(string(c), ")")
			if c == ' ' || c == '\t' {
				c = withinWord
			}
			b.WriteRune(c)
		case quote != 0:
			if c == quote {
				quote = 0
			} else {
				b.WriteRune(c)
			}
		case c == '"' || c == '\'':
			quote, has = c, true
		case c == ' ' || c == '\t':
			flush()
		case strings.ContainsRune(";|&>", c):
			flush()
			words = append(words, string(c))
		default:
			b.WriteRune(c)
			has = true
		}
	}
	flush()
	return words
}

// expand puts the variables that are known into a word.
func expand(word string, vars map[string]string) string {
	if !strings.Contains(word, "$") {
		return word
	}
	return os.Expand(word, func(name string) string {
		if value, ok := vars[name]; ok {
			return value
		}
		return "${" + name + "}"
	})
}

func isWordByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// mountCommands finds `mount [-t type] [-o options] source path` among the words of a line.
func mountCommands(words []string) []Mount {
	var out []Mount
	for i, w := range words {
		if w != "mount" && !strings.HasSuffix(w, "/mount") && w != "s3fs" || !begins(words[:i]) {
			continue
		}
		m := Mount{}
		if w == "s3fs" {
			m.Type = "s3fs"
		}
		var rest []string
		for j := i + 1; j < len(words) && !isSeparator(words[j]); j++ {
			switch arg := words[j]; {
			case arg == "-t" && j+1 < len(words):
				j++
				m.Type = words[j]
			case (arg == "-o" || arg == "-O") && j+1 < len(words):
				j++
			case strings.HasPrefix(arg, "-"):
			default:
				rest = append(rest, arg)
			}
		}
		switch len(rest) {
		case 1:
			m.Path = rest[0]
		case 2:
			m.Source, m.Path = rest[0], rest[1]
		default:
			continue
		}
		out = append(out, m)
	}
	return out
}

// begins tells whether a command begins after the words.
func begins(before []string) bool {
	for len(before) > 0 && strings.HasPrefix(before[len(before)-1], "-") && len(before[len(before)-1]) > 1 {
		before = before[:len(before)-1] // sudo's flags
	}
	if len(before) == 0 {
		return true
	}
	switch before[len(before)-1] {
	case "sudo", ";", "&", "|", "do", "then", "else", "-", "!", "run:", "command:":
		return true
	}
	return false
}

func isSeparator(w string) bool { return w == ";" || w == "|" || w == "&" || w == ">" }

// escapes are white space as echo -e and printf write it.
var escapes = strings.NewReplacer(`\t`, " ", `\n`, " ")

// fstabLines finds `source path type options dump pass` that a line appends to /etc/fstab, or that is a line of it.
func fstabLines(words []string) []Mount {
	var out []Mount
	for _, w := range words {
		if strings.Contains(w, `\`) {
			w = escapes.Replace(w)
		}
		if fields := strings.Fields(w); len(fields) >= 4 {
			if m, ok := fstabEntry(fields); ok {
				out = append(out, m)
			}
		}
	}
	if m, ok := fstabEntry(words); ok && len(out) == 0 {
		out = append(out, m)
	}
	return out
}

// fstabEntry reads the first three fields of an fstab line.
func fstabEntry(fields []string) (Mount, bool) {
	if len(fields) > 0 && (fields[0] == "echo" || fields[0] == "-e" || fields[0] == "printf") {
		return fstabEntry(fields[1:])
	}
	if len(fields) < 4 || !strings.HasPrefix(fields[1], "/") || strings.HasPrefix(fields[1], "/dev/") || !isWordByte(fields[2][0]) {
		return Mount{}, false
	}
	m := Mount{Source: fields[0], Path: fields[1], Type: fields[2]}
	switch {
	case m.Local(), strings.Contains(m.Source, ":/"), m.Type == "efs":
	default:
		return Mount{}, false
	}
	if fields[3] == ">" { // a command line, not an entry
		return Mount{}, false
	}
	return m, true
}

// cloudInitMount reads an item of cloud-init's mounts: `- [ xvdf, /data, ext4 ]`.
func cloudInitMount(line string) (Mount, bool) {
	line, ok := strings.CutPrefix(line, "-")
	if !ok {
		return Mount{}, false
	}
	line = strings.Trim(strings.TrimSpace(line), "[]")
	fields := strings.Split(line, ",")
	if len(fields) < 2 {
		return Mount{}, false
	}
	for i := range fields {
		fields[i] = strings.Trim(fields[i], ` "'`)
	}
	if !strings.HasPrefix(fields[1], "/") {
		return Mount{}, false
	}
	m := Mount{Source: fields[0], Path: fields[1]}
	if len(fields) > 2 {
		m.Type = fields[2]
	}
	if !strings.ContainsAny(m.Source, "/=:") && m.Source != "" {
		m.Source = "/dev/" + m.Source // cloud-init's short form of a device
	}
	return m, true
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
