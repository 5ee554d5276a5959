"""Domains at which everybody can have a mailbox: there, a domain says nothing about the company behind an address.

Curated: free providers, access providers that give their customers addresses, and services that hide an address
behind one of their own. `team.free_mail_domains` in the settings adds to them.
"""

from __future__ import annotations

import re

# one provider under the domains of many countries: gmx.de, yahoo.co.uk, hotmail.com.br
_EVERYWHERE = re.compile(
    r"(?:gmx|yahoo|ymail|hotmail|outlook|live|msn|aol|yandex|posteo|googlemail|protonmail|tutanota|zohomail|lycos)"
    r"\.(?:com|net|org|info|eu|ru|[a-z]{2}|(?:co|com)\.[a-z]{2})"
)
# one mailbox per customer or deal: marketplace.amazon.de, members.ebay.de
_HIDDEN = re.compile(r"(?:.+\.)?(?:marketplace\.amazon|members\.ebay|guest\.booking|mail\.kleinanzeigen)\.[a-z.]{2,6}")
_BELOW = ("rr.com", "t-com.hr", "inet.fi", "sympatico.ca", "appleid.com", "sapo.pt", "telepac.pt")  # and below them

_DOMAINS = frozenset(
    """
    gmail.com icloud.com me.com mac.com rocketmail.com aim.com proton.me pm.me tuta.com tuta.io tutamail.com
    keemail.me fastmail.com fastmail.fm fastmail.de hushmail.com hush.com hey.com duck.com mail.com email.com
    post.com usa.com europe.com asia.com dr.com consultant.com engineer.com techie.com myself.com usa.net canada.com
    writeme.com iname.com cheerful.com inbox.com excite.com netscape.net compuserve.com zoho.com zoho.eu runbox.com
    startmail.com mailfence.com disroot.org riseup.net mozmail.com passmail.net passinbox.com simplelogin.com
    slmail.me anonaddy.me addy.io privaterelay.appleid.com

    web.de email.de t-online.de magenta.de t-online.com freenet.de freenetmail.de arcor.de online.de onlinehome.de
    1und1.de vodafone.de vodafonemail.de kabelmail.de unitybox.de unity-mail.de o2mail.de o2online.de alice.de
    alice-dsl.de alice-dsl.net versanet.de ewetel.net ewe.net osnanet.de netcologne.de htp-tel.de mnet-online.de
    mnet-mail.de wtnet.de kielnet.net mail.de mailbox.org epost.de firemail.de directbox.com compuserve.de
    tiscali.de nexgo.de genion.de smart-mail.de emailn.de kabelbw.de t-mobile.de tele2.de nefkom.net swb-net.de
    gelsennet.de dokom.net unitymedia.de superkabel.de primacom.net teleos-web.de bitel.net foni.net heimat.de
    surfeu.de cityweb.de snafu.de

    aon.at a1.net chello.at utanet.at inode.at tele2.at drei.at kabsi.at liwest.at cablelink.at vol.at speed.at
    eunet.at tirol.com surfeu.at telering.at sms.at mymail.at kabelplus.at bluewin.ch bluemail.ch hispeed.ch
    swissonline.ch sunrise.ch freesurf.ch tele2.ch green.ch vtxnet.ch vtxmail.ch netplus.ch romandie.com
    citycable.ch quickline.ch ggs.ch datazug.ch datacomm.ch adon.li pt.lu internet.lu vo.lu

    btinternet.com btopenworld.com virginmedia.com virgin.net ntlworld.com blueyonder.co.uk sky.com talktalk.net
    tiscali.co.uk o2.co.uk orange.net plus.net plus.com fsnet.co.uk freeserve.co.uk wanadoo.co.uk freeuk.com
    eircom.net iol.ie

    comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net spectrum.net earthlink.net
    optonline.net optimum.net juno.com netzero.net netzero.com frontier.com frontiernet.net centurylink.net
    windstream.net roadrunner.com twc.com prodigy.net pacbell.net ameritech.net swbell.net snet.net q.com
    embarqmail.com peoplepc.com mindspring.com tds.net wowway.com cableone.net suddenlink.net rogers.com bell.net
    shaw.ca telus.net videotron.ca cogeco.ca eastlink.ca sasktel.net mts.net aliant.net

    orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net bbox.fr numericable.fr aliceadsl.fr club-internet.fr
    cegetel.net voila.fr noos.fr 9online.fr libero.it virgilio.it tin.it alice.it tim.it tiscali.it fastwebnet.it
    inwind.it iol.it blu.it giallo.it email.it poste.it vodafone.it teletu.it pec.it legalmail.it arubapec.it
    telefonica.net terra.es ono.com movistar.es wanadoo.es ya.com jazzfree.com orange.es clix.pt netcabo.pt iol.pt
    portugalmail.pt uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com r7.com oi.com.br
    zipmail.com.br prodigy.net.mx terra.com.mx fibertel.com.ar ciudad.com.ar speedy.com.ar arnet.com.ar terra.cl
    vtr.net

    ziggo.nl kpnmail.nl kpnplanet.nl planet.nl hetnet.nl xs4all.nl upcmail.nl home.nl casema.nl chello.nl tele2.nl
    telfort.nl zonnet.nl quicknet.nl solcon.nl caiway.nl onsbrabantnet.nl online.nl kabelfoon.nl wxs.nl versatel.nl
    zeelandnet.nl telenet.be skynet.be proximus.be scarlet.be belgacom.net voo.be pandora.be

    mail.dk stofanet.dk jubii.dk ofir.dk tdcadsl.dk youmail.dk webspeed.dk telia.com comhem.se bredband.net
    bredband2.com spray.se swipnet.se tele2.se passagen.se home.se glocalnet.net online.no broadpark.no lyse.net
    start.no frisurf.no getmail.no kolumbus.fi luukku.com elisanet.fi saunalahti.fi netti.fi suomi24.fi welho.com
    dnainternet.net mbnet.fi simnet.is

    wp.pl o2.pl onet.pl onet.eu op.pl interia.pl interia.eu poczta.onet.pl poczta.fm gazeta.pl tlen.pl vp.pl
    autograf.pl buziaczek.pl go2.pl spoko.pl neostrada.pl seznam.cz email.cz centrum.cz atlas.cz volny.cz post.cz
    tiscali.cz quick.cz spoluzaci.cz azet.sk zoznam.sk centrum.sk post.sk pobox.sk atlas.sk szm.sk stonline.sk
    freemail.hu citromail.hu t-online.hu indamail.hu vipmail.hu upcmail.hu invitel.hu digikabel.hu chello.hu
    t-email.hu abv.bg mail.bg dir.bg gbg.bg inet.hr net.hr optinet.hr siol.net volja.net t-2.net amis.net eunet.rs
    sbb.rs ptt.rs otenet.gr forthnet.gr hol.gr in.gr freemail.gr mynet.com ttmail.com superonline.com turk.net
    inbox.lv inbox.lt mail.ee hot.ee online.ee apollo.lv one.lt delfi.lt

    mail.ru bk.ru list.ru inbox.ru internet.ru rambler.ru ro.ru lenta.ru autorambler.ru myrambler.ru ya.ru narod.ru
    ukr.net i.ua meta.ua bigmir.net online.ua email.ua tut.by walla.co.il walla.com netvision.net.il bezeqint.net
    012.net.il zahav.net.il

    qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com yeah.net 188.com sina.com sina.cn vip.sina.com
    sohu.com 139.com 189.cn wo.cn 21cn.com tom.com aliyun.com naver.com hanmail.net daum.net nate.com kakao.com
    docomo.ne.jp ezweb.ne.jp softbank.ne.jp i.softbank.jp nifty.com biglobe.ne.jp so-net.ne.jp ocn.ne.jp
    excite.co.jp infoseek.jp rediffmail.com sify.com indiatimes.com bsnl.in vsnl.net vsnl.com pchome.com.tw
    hinet.net seed.net.tw netvigator.com singnet.com.sg pacific.net.sg starhub.net.sg bigpond.com bigpond.net.au
    optusnet.com.au iinet.net.au internode.on.net tpg.com.au dodo.com.au westnet.com.au ozemail.com.au xtra.co.nz
    slingshot.co.nz orcon.net.nz ihug.co.nz clear.net.nz webmail.co.za mweb.co.za telkomsa.net vodamail.co.za
    iafrica.com
    """.split()
)


def is_free_mail(domain: str) -> bool:
    """Whether people who have nothing to do with each other have mailboxes at a domain (in lower case)."""
    return (
        domain in _DOMAINS
        or _EVERYWHERE.fullmatch(domain) is not None
        or domain.endswith(tuple(f".{each}" for each in _BELOW))
        or domain in _BELOW
        or _HIDDEN.fullmatch(domain) is not None
    )
