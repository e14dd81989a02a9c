package aws

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/archlint/archlint/parsers/graph"
)

// adminPorts are those by which people administer an instance: SSH, RDP and WinRM (IANA, "Service Name and Transport
// Protocol Port Number Registry").
var adminPorts = []int{22, 3389, 5985, 5986}

// vpnPorts are those of OpenVPN with its administration, IKE, L2TP, PPTP and WireGuard: registered with IANA, but for
// WireGuard's, which its documentation uses, and 943, the administration of OpenVPN Access Server.
var vpnPorts = []int{500, 943, 1194, 1701, 1723, 4500, 51820}

// mailPorts are those of SMTP, its submission, IMAP and POP3 (IANA, as above).
var mailPorts = []int{25, 110, 143, 465, 587, 993, 995}

// Words by which people call what they run, in addresses and tags. A fault of such a host is not that of a web server.
var (
	applianceWords = wordSet("bastion bastions jump jumpbox jumphost jumpserver jumper vpn openvpn wireguard ipsec strongswan pritunl nat natgw tailscale squid firewall bigip fortigate fortinet fortianalyzer fortimanager paloalto panorama vmseries sgw storagegateway storagegw")
	mailWords      = wordSet("mail mailserver smtp mx imap pop3 postfix exim")
	aloneWords     = wordSet("jenkins gitlab teamcity bamboo gocd concourse runner runners builder packer ami golden ci cicd nexus artifactory sonar sonarqube nagios zabbix prometheus grafana ansible rundeck minecraft loader")
	clusterWords   = wordSet("kubernetes k8s kube kubeadm k3s rke rancher eks swarm etcd consul nomad vault kafka zookeeper mesos openshift cassandra scylladb elasticsearch")
)

func wordSet(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// natWords are what the boot script of a NAT instance does: it stands in for others, and becomes their route.
var natWords = []string{"source-dest-check", "MASQUERADE", "replace-route", "create-route"}

// installsAlone finds software in a boot script that runs once: servers that build, analyse or keep artefacts.
var installsAlone = regexp.MustCompile(`(?i)\b(install|run|start|enable|pull)\b[^\n]*\b(jenkins|sonarqube|nexus3?|gitlab(-ce|-ee|-runner)?|teamcity|artifactory)\b`)

// joinsCluster are what a boot script does on a node of a cluster that schedules its own work.
var joinsCluster = []string{"kubeadm", "kubelet", "k3s", "rke2", "microk8s", "docker swarm", "ECS_CLUSTER", "/etc/ecs/ecs.config", "nodeadm"}

// switchesOff is how a boot script ends that does its work once.
var switchesOff = regexp.MustCompile(`(?m)^\s*(?:sudo\s+)?(?:shutdown\s+(?:-h|-P|now|\+\d)|poweroff|halt)\b`)

// Appliance tells whether a group or instance is a way into or out of the network: a NAT or VPN host, by its source and
// destination check, boot script or open ports, or a bastion, by its ports or by what it is called.
func Appliance(compute *graph.Resource) graph.Tri {
	type key struct{ r *graph.Resource }
	return graph.Fact(compute.Graph(), key{compute}, func() graph.Tri {
		out := calledOneOf(compute, applianceWords)
		if Instance.Includes(compute) == graph.True {
			out = out.Or(Instance.SourceDest.Of(compute).Is(false))
			for i := range Instance.Interfaces.Of(compute).Targets() {
				out = out.Or(NetworkInterface.SourceDest.Of(i).Is(false))
			}
		}
		out = out.Or(boots(compute, natWords...))
		return out.Or(known(takesOn(compute, "VPN", vpnPorts)), known(onlyAdministered(compute)))
	})
}

// known takes Unknown for False: a guess at what something is for counts only where it is sure.
func known(t graph.Tri) graph.Tri { return graph.Known(t == graph.True) }

// RunsAlone tells whether an instance or a service of containers is known to run alone by its nature, or in a cluster that replaces a load
// balancer: a build server, a loader that switches itself off, what an image is made of, a node of Kubernetes.
func RunsAlone(compute *graph.Resource) graph.Tri {
	type key struct{ r *graph.Resource }
	return graph.Fact(compute.Graph(), key{compute}, func() graph.Tri {
		out := calledOneOf(compute, aloneWords).Or(calledOneOf(compute, clusterWords))
		if Instance.Includes(compute) == graph.True {
			out = out.Or(known(Instance.Shutdown.Of(compute).Is("terminate")), known(ImageOfInstance.Source.Into(compute).Any()))
		}
		out = out.Or(boots(compute, joinsCluster...))
		for _, t := range BootOf(compute).Texts {
			out = out.Or(graph.Known(installsAlone.MatchString(t.Text) || switchesOff.MatchString(t.Text)))
		}
		return out
	})
}

// instanceIDs are the return values of an instance that are its ID (CloudFormation Template Reference, "AWS::EC2::Instance").
var instanceIDs = []string{"Ref", "InstanceId"}

// HandedOn tells whether an instance may be attached to a load balancer, or be what an image is made of, out of sight: a
// custom resource, whose program is not read, or a resource of Elastic Load Balancing of a type that the vocabulary does
// not know is given its ID. It is Unknown or False, and walks all that is written: ask it last.
func HandedOn(instance *graph.Resource) graph.Tri {
	for m := range mentionedIn(instance) {
		from := m.from
		if from.Mode != graph.Managed || !slices.Contains(instanceIDs, m.attribute) {
			continue
		}
		balances := strings.HasPrefix(from.Type, "AWS::ElasticLoadBalancing") && TargetGroup.Includes(from).Or(ClassicLoadBalancer.Includes(from)) == graph.False
		if balances || isCustom(from) {
			instance.Graph().Doubt(graph.Doubt{Resource: instance, Message: from.Address + " is given " + instance.Address + ", and may attach it or make an image of it"})
			return graph.Unknown
		}
	}
	return graph.False
}

// isCustom tells whether a resource is one of CloudFormation that a program of one's own makes (CloudFormation User
// Guide, "Create custom provisioning logic with custom resources").
func isCustom(r *graph.Resource) bool {
	return strings.HasPrefix(r.Type, "Custom::") || r.Type == "AWS::CloudFormation::CustomResource"
}

// MailHost tells whether an instance takes mail from anywhere, or is called after that.
func MailHost(compute *graph.Resource) graph.Tri {
	type key struct{ r *graph.Resource }
	return graph.Fact(compute.Graph(), key{compute}, func() graph.Tri {
		return calledOneOf(compute, mailWords).Or(known(takesOn(compute, "mail", mailPorts)))
	})
}

// CalledMail tells whether a DNS name is one of a host of mail, "smtp.example.com".
func CalledMail(name string) bool { return isCalled(name, mailWords) }

// CalledAppliance tells whether a DNS name is one of a bastion, NAT or VPN host.
func CalledAppliance(name string) bool { return isCalled(name, applianceWords) }

// calledOneOf tells whether the address or the Name tag of compute has one of the words.
func calledOneOf(compute *graph.Resource, words map[string]bool) graph.Tri {
	written := AutoScalingGroup.NameTag
	switch {
	case Instance.Includes(compute) == graph.True:
		written = Instance.NameTag
	case ECSService.Includes(compute) == graph.True:
		written = ECSService.Name
	}
	name, _ := graph.Text(written.raw(compute))
	return graph.Known(isCalled(compute.Address, words) || isCalled(name, words))
}

// isCalled tells whether one of the words stands in a name as a word of its own: "web-bastion", "BastionHost",
// "NATInstance", "module.bastion.aws_instance.this[0]", "Jenkins2".
func isCalled(name string, words map[string]bool) bool {
	before := ""
	for w := range strings.FieldsFuncSeq(spaced(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		w = strings.ToLower(w)
		plain := strings.TrimRight(w, "0123456789")
		if words[w] || words[plain] || words[before+plain] { // "storage-gateway"
			return true
		}
		before = w
	}
	return false
}

// spaced puts a space before each capital that begins a word.
func spaced(name string) string {
	runes := []rune(name)
	var out strings.Builder
	for i, r := range runes {
		if i > 0 && unicode.IsUpper(r) {
			before := runes[i-1]
			if unicode.IsLower(before) || unicode.IsDigit(before) || i+1 < len(runes) && unicode.IsLower(runes[i+1]) {
				out.WriteByte(' ')
			}
		}
		out.WriteRune(r)
	}
	return out.String()
}

// An Opening is what the security groups of compute let in of one sort.
type Opening struct {
	Is    graph.Tri
	Ports string      // of the first rule that does: "port 80"
	From  string      // " from anywhere" if that rule admits everybody, " from" and the first group that it admits, or ""
	World bool        // that rule admits everybody
	Place graph.Place // where that rule is written
}

// OpenToWorld tells whether compute takes something from anywhere beyond what people administer it by and VPNs: on a
// port other than 22, 3389, 5985, 5986 and those of VPNs.
func OpenToWorld(compute *graph.Resource) Opening {
	return opening(compute, "beyond administration", func(_ *graph.Resource, rule Ingress) graph.Tri {
		return rule.fromAnywhere().And(rule.beyond(adminPorts, vpnPorts))
	})
}

// TakesWebFromAnywhere tells whether compute takes a web port from anywhere by a rule that was made for it. A rule for every
// port says nothing of what listens: there it is Unknown.
func TakesWebFromAnywhere(compute *graph.Resource) Opening {
	return opening(compute, "made for the web", func(_ *graph.Resource, rule Ingress) graph.Tri {
		is := rule.fromAnywhere().And(rule.anyPort(webPorts))
		if is == graph.True && !rule.forFewPorts() {
			r := rule.Place.Resource
			r.Graph().Doubt(graph.Doubt{Resource: r, Message: "what listens behind a rule of " + r.Address + " for so many ports is not known"})
			return graph.Unknown
		}
		return is
	})
}

// forFewPorts tells whether the rule was made for one purpose: it opens no more than some ports.
func (in Ingress) forFewPorts() bool {
	const few = 100
	from, ok1 := in.From.Get()
	to, ok2 := in.To.Get()
	return in.allProtocols() != graph.True && (!ok1 || !ok2 || to-from <= few)
}

// OpenWeb tells whether compute takes a web port from anywhere.
func OpenWeb(compute *graph.Resource) Opening {
	return opening(compute, "web", func(_ *graph.Resource, rule Ingress) graph.Tri {
		return rule.fromAnywhere().And(rule.anyPort(webPorts))
	})
}

// opening asks a question of every rule that lets something in to compute; each group is asked once.
func opening(compute *graph.Resource, question string, ask func(group *graph.Resource, rule Ingress) graph.Tri) Opening {
	type key struct {
		question string
		group    *graph.Resource
	}
	out := Opening{Is: graph.False}
	if AdmitsOnlyMembers(compute) == graph.True {
		return out
	}
	out.Is = anyGroup(SecurityGroupsOf(compute), func(group *graph.Resource) graph.Tri {
		one := graph.Fact(group.Graph(), key{question, group}, func() Opening {
			var of Opening
			of.Is = anyIngress(group, func(rule Ingress) graph.Tri {
				is := ask(group, rule)
				if is == graph.True && of.Place.Resource == nil {
					of.Ports, of.Place = rule.ports(), rule.Place
					of.World = rule.fromAnywhere() == graph.True
					of.From = rule.callers(group)
				}
				return is
			})
			return of
		})
		if one.Is == graph.True && out.Place.Resource == nil {
			out.Ports, out.From, out.World, out.Place = one.Ports, one.From, one.World, one.Place
		}
		return one.Is
	})
	return out
}

// callers tell in words whom the rule of a group admits: " from anywhere", or by name the first other group; "" where it
// names none.
func (in Ingress) callers(group *graph.Resource) string {
	if in.fromAnywhere() == graph.True {
		return " from anywhere"
	}
	for _, l := range in.Groups.Items {
		if l.To != nil && l.To != group {
			return " from " + l.To.Address
		}
	}
	return ""
}

// takesOn tells whether compute takes one of the ports from anywhere, by a rule that was made for few ports.
func takesOn(compute *graph.Resource, sort string, ports []int) graph.Tri {
	const few = 100
	return opening(compute, sort, func(_ *graph.Resource, rule Ingress) graph.Tri {
		from, ok1 := rule.From.Get()
		to, ok2 := rule.To.Get()
		if !ok1 || !ok2 || to-from > few {
			return graph.False
		}
		return rule.fromAnywhere().And(graph.Known(slices.ContainsFunc(ports, func(p int) bool { return from <= p && p <= to })),
			rule.tcpOrUDP())
	}).Is
}

// onlyAdministered tells whether the security groups of compute let in nothing but what people administer it by.
func onlyAdministered(compute *graph.Resource) graph.Tri {
	some := opening(compute, "anything", func(*graph.Resource, Ingress) graph.Tri { return graph.True }).Is
	return some.And(opening(compute, "anything but administration", func(_ *graph.Resource, rule Ingress) graph.Tri { return rule.beyond(adminPorts) }).Is.Not())
}

// beyond tells whether the rule opens a port that is not among those listed.
func (in Ingress) beyond(lists ...[]int) graph.Tri {
	if all := in.allProtocols(); all == graph.True {
		return all
	}
	carries := in.tcpOrUDP()
	from, ok1 := in.From.Get()
	to, ok2 := in.To.Get()
	if carries == graph.False || !ok1 || !ok2 {
		return carries.And(graph.Unknown)
	}
	inside := 0
	for _, list := range lists {
		for _, p := range list {
			if from <= p && p <= to {
				inside++
			}
		}
	}
	return carries.And(graph.Known(to-from+1 > inside))
}

// ports names what the rule opens: "port 80", "ports 8000 to 8100", "every port".
func (in Ingress) ports() string {
	from, ok1 := in.From.Get()
	to, ok2 := in.To.Get()
	switch {
	case in.allProtocols() == graph.True || from == 0 && to == 65535:
		return "every port"
	case !ok1 || !ok2:
		return "a port"
	case from == to:
		return fmt.Sprintf("port %d", from)
	}
	return fmt.Sprintf("ports %d to %d", from, to)
}
