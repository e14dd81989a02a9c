package aws

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"go.yaml.in/yaml/v3"

	"github.com/archlint/archlint/parsers/graph"
)

// A bundle is what the configuration files of an application say about the environment that runs it.
type bundle struct {
	options []bundleOption // in the order in which the files count: the later wins
	open    bool           // something in it cannot be read
	// checks tells whether they make the Auto Scaling group heed the load balancer's health checks, queues whether they
	// speak of the length of a queue.
	checks, queues graph.Tri
	periodic       bool // there is a file of periodic tasks
}

type bundleOption struct {
	key   [2]string
	value string
	known bool
	file  string
}

// environmentProperties is the namespace of an option for which none is written (Elastic Beanstalk Developer Guide,
// "Option settings").
const environmentProperties = "aws:elasticbeanstalk:application:environment"

// beanstalkGroupResource is the logical ID of the Auto Scaling group that Beanstalk makes (Elastic Beanstalk Developer
// Guide, "Modifying the resources that Elastic Beanstalk creates for your environment").
const beanstalkGroupResource = "AWSEBAutoScalingGroup"

// readBundle reads the configuration files of an application, which count in alphabetical order.
func readBundle(g *graph.Graph, b graph.Bundle) bundle {
	type key struct{ dir string }
	return graph.Fact(g, key{b.Dir}, func() bundle {
		out := bundle{checks: graph.False, queues: graph.False}
		files, err := b.Read()
		if err != nil {
			g.Diagnose(graph.Diagnostic{Severity: graph.Warning, Range: graph.Range{File: b.Dir}, Message: err.Error() + "; what it sets is taken as not known"})
			out.open = true
		}
		for _, f := range files {
			if f.Content == nil {
				out.periodic = true
				continue
			}
			out.read(g, f)
		}
		return out
	})
}

func (b *bundle) read(g *graph.Graph, f graph.BundleFile) {
	content := f.Content
	if json.Valid(content) { // which YAML is but for tabs
		content = bytes.ReplaceAll(content, []byte("\t"), []byte(" "))
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(content, &doc); err != nil {
		g.Diagnose(graph.Diagnostic{Severity: graph.Warning, Range: graph.Range{File: f.Path}, Message: "the file is neither YAML nor JSON; what it sets is taken as not known: " + err.Error()})
		b.open = true
		return
	}
	if len(doc.Content) == 0 {
		return
	}
	lower := bytes.ToLower(content)
	if bytes.Contains(lower, []byte("approximatenumberofmessages")) || bytes.Contains(lower, []byte("aws/sqs")) {
		b.queues = graph.True
	}
	root := doc.Content[0]
	settings := entry(root, "option_settings")
	switch {
	case settings == nil:
	case settings.Kind == yaml.MappingNode:
		for i := 0; i+1 < len(settings.Content); i += 2 {
			options := followed(settings.Content[i+1])
			if options.Kind != yaml.MappingNode {
				b.open = b.open || options.Kind != yaml.ScalarNode || options.Value != ""
				continue
			}
			for j := 0; j+1 < len(options.Content); j += 2 {
				b.add(f.Path, settings.Content[i].Value, options.Content[j].Value, options.Content[j+1])
			}
		}
	case settings.Kind == yaml.SequenceNode:
		for _, item := range settings.Content {
			namespace, name := entry(followed(item), "namespace"), entry(followed(item), "option_name")
			if name == nil {
				b.open = true
				continue
			}
			in := environmentProperties
			if namespace != nil {
				in = namespace.Value
			}
			b.add(f.Path, in, name.Value, entry(followed(item), "value"))
		}
	}
	if check := entry(entry(entry(entry(root, "Resources"), beanstalkGroupResource), "Properties"), "HealthCheckType"); check != nil {
		b.checks = graph.Unknown
		if check.Kind == yaml.ScalarNode {
			b.checks = graph.Known(slices.Contains(strings.Split(check.Value, ","), "ELB"))
		}
	}
}

// add adds the setting of an option. A value in back quotes is a function (Elastic Beanstalk Developer Guide,
// "Functions").
func (b *bundle) add(file, namespace, name string, value *yaml.Node) {
	o := bundleOption{key: [2]string{namespace, name}, file: file}
	if value = followed(value); value != nil && value.Kind == yaml.ScalarNode && !strings.HasPrefix(value.Value, "`") {
		o.value, o.known = value.Value, true
	}
	b.options = append(b.options, o)
}

// entry is the value of a key in a mapping, nil where there is none.
func entry(n *yaml.Node, key string) *yaml.Node {
	n = followed(n)
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return followed(n.Content[i+1])
		}
	}
	return nil
}

// followed is what an alias stands for.
func followed(n *yaml.Node) *yaml.Node {
	if n != nil && n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// takeBundles adds what the configuration files of the application set, below all that the environment and its template
// say. Where there is one application and one environment they belong together; else any of them may be any one's.
func (s *Settings) takeBundles() {
	g := s.env.Graph()
	s.checks, s.queues = graph.False, graph.False
	environments := 0
	for range BeanstalkEnvironment.In(g) {
		environments++
	}
	sure := len(g.Bundles) == 1 && environments == 1 && !s.env.Many()
	for _, dir := range g.Bundles {
		b := readBundle(g, dir)
		s.periodic = s.periodic || b.periodic
		checks, queues := b.checks, b.queues
		if !sure {
			checks, queues = checks.And(graph.Unknown), queues.And(graph.Unknown)
		}
		if b.open {
			s.open = append(s.open, anyOption)
			checks, queues = checks.Or(graph.Unknown), queues.Or(graph.Unknown)
			g.Doubt(graph.Doubt{Resource: s.env, Message: "a configuration file of the application in " + dir.Dir + " could not be read"})
		}
		s.checks, s.queues = s.checks.Or(checks), s.queues.Or(queues)
		for _, o := range b.options {
			if v, higher := s.values[o.key]; higher && v.state != absent && s.told[o.key] == "" {
				continue
			}
			if !sure {
				s.open = append(s.open, o.key)
				continue
			}
			v := Value[string]{Place: graph.Place{Resource: s.env}, state: written, present: graph.True, value: o.value, known: o.known,
				raw: cty.StringVal(o.value), label: "the option " + o.key[1]}
			if !o.known {
				v.raw = cty.UnknownVal(cty.String)
			}
			s.values[o.key], s.told[o.key] = v, o.file
		}
	}
	if !sure && s.checks == graph.Unknown {
		g.Doubt(graph.Doubt{Resource: s.env, Message: "which of the applications in sight " + s.env.Address + " runs is not known"})
	}
}

// ChecksBeyondEC2 tells whether the environment's Auto Scaling group heeds the health checks of its load balancer, as
// only the configuration files of the application can make it (Elastic Beanstalk Developer Guide, "Auto Scaling health
// check setting for your Elastic Beanstalk environment").
func (s Settings) ChecksBeyondEC2() graph.Tri { return s.checks }
