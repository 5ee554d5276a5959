"""English nouns for things and for ideas, curated. Idea of counting concrete words: Brysbaert et al. 2014; for service
mail, Packard & Berger 2021. Own selection.
"""

from __future__ import annotations

from coach.things import ThingWords

CONCRETE = frozenset(
    """
    house flat apartment room hall basement attic roof garden yard balcony terrace stair staircase corridor kitchen
    bathroom shower bathtub toilet sink basin wall floor ceiling door gate window pane frame fence column chimney
    fireplace oven stove heater heating radiator pipe tap faucet valve pump boiler table chair armchair sofa couch
    bed wardrobe cupboard cabinet shelf drawer carpet rug lamp bulb mirror picture curtain pillow cushion mattress
    bench stool desk key lock handle knob button switch lever wheel tyre tire rim axle chain cable plug socket wire
    hose gasket seal screw bolt nut nail spring bearing gear gearbox engine motor brake pad car truck van lorry
    trailer bus train bicycle bike motorcycle scooter boat ship plane aircraft tractor excavator crane forklift
    vehicle machine device tool hammer saw drill pliers scissors knife fork spoon plate cup mug glass bottle can jug
    pot pan bowl tin bucket barrel basket box carton crate parcel package packet pallet container sack bag suitcase
    backpack wallet purse computer laptop printer screen monitor keyboard mouse phone smartphone tablet camera
    battery charger adapter server drive stick scanner display television tv radio speaker microphone headphone
    headset watch clock scale sensor antenna projector router letter paper sheet book booklet folder envelope card
    pen pencil photo photograph sticker label poster catalogue catalog newspaper stamp passport receipt flyer
    brochure leaflet ticket banknote coin cheque jacket trousers shirt dress skirt coat shoe boot sock cap hat glove
    scarf sleeve collar zip zipper belt glasses ring bracelet necklace fabric leather wool cotton silk bread roll
    cake butter cheese milk egg meat fish sausage soup salad vegetable fruit apple tomato potato pasta rice coffee
    tea beer wine juice water sugar salt oil chocolate biscuit cookie pizza sandwich lunch dinner breakfast wood
    metal steel iron copper plastic rubber concrete stone brick tile sand gravel soil earth paint varnish glue foil
    film rope string rod pole board plank beam panel tree bush hedge flower rose tulip lawn grass meadow forest
    field street road bridge crossing parking garage station airport harbour harbor tower church school hospital
    shop store bakery pharmacy hotel restaurant office workshop factory warehouse barn tent hut hill mountain lake
    river sea beach island snow ice rain hail storm lightning smoke fire ash dust mud soot stain scratch crack dent
    hole shard splinter puddle rust mould mold spot dog cat horse cow pig chicken bird bee animal goat sheep rabbit
    man woman child baby boy girl doctor nurse dentist teacher cook chef baker painter carpenter plumber electrician
    fitter technician driver courier postman craftsman gardener waiter waitress policeman officer neighbour neighbor
    janitor head hand finger arm leg foot knee back shoulder eye ear nose mouth tooth hair skin belly bone blood
    metre meter centimetre centimeter millimetre inch mile kilometre kilometer litre liter gallon kilo kilogram gram
    ton pound ounce degree toy doll ball guitar piano violin drum wheelchair pram bandage syringe pill ointment
    blanket towel cloth broom vacuum washer dryer dishwasher fridge freezer microwave toaster kettle mower ladder
    wheelbarrow shovel spade rake plant seed bin rubbish headlight windscreen windshield bumper exhaust tank seat
    trunk bonnet hood saddle handlebar pedal bell filter nozzle coil circuit casing cover lid hinge bracket flange
    clip hook tray rack slide wing
    """.split()
)
ABSTRACT = frozenset(
    """
    quality state condition situation problem issue solution expectation concern measure cause influence
    circumstance fact matter aspect factor framework regard respect relation relationship context goal aim purpose
    sense reason idea concept plan strategy vision process procedure structure system method model approach
    principle rule norm standard need demand interest wish hope trust understanding patience courage will motivation
    commitment responsibility duty right claim value dignity honour honor ethic culture tradition spirit philosophy
    doubt worry fear joy anger sorrow love hate luck happiness feeling mood impression opinion view attitude
    perspective belief thought knowledge insight experience memory explanation success failure progress change
    improvement future past present chance risk opportunity possibility danger safety security efficiency
    performance potential result outcome effect impact consequence implication meaning significance importance
    design coordination planning management control organisation organization cooperation collaboration partnership
    connection exchange dialogue topic theme question answer task area level case form kind type way effort benefit
    advantage disadvantage extent degree share trend dynamic complexity flexibility transparency competence ability
    skill difficulty challenge obstacle conflict criticism dispute misunderstanding lack deficit mistake error delay
    time duration phase period moment priority urgency freedom justice truth reality existence nature identity
    society politics economy science education religion law policy agreement arrangement term requirement scope
    provision compliance liability intention choice option alternative approval consent consideration satisfaction
    synergy alignment initiative awareness capability capacity mindset leadership empowerment excellence innovation
    sustainability governance resource basis background detail support help service business work thing stuff
    """.split()
)
ENDINGS = (
    "tion", "tions", "sion", "sions", "ness", "ity", "ities", "ment", "ments", "ance", "ence", "ancy", "ency", "ism", "ship", "hood", "dom", "acy", "logy", "tude", "ure_",
)  # fmt: skip
NO_IDEAS = frozenset(
    """
    facility facilities city cities equipment document documents station stations department departments instrument
    instruments ambulance fence fences kingdom pavement basement apartment apartments ornament cement garment
    ointment ship airship spaceship documentation prescription ration university supplement attachment attachments
    statement invoice advertisement
    """.split()
)

THINGS = ThingWords(
    CONCRETE | NO_IDEAS, ABSTRACT, tuple(each for each in ENDINGS if not each.endswith("_")), heads=False
)
