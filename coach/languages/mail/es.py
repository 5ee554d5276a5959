"""Spanish: the phrases that frame a mail."""

from __future__ import annotations

from coach.mail_words import MailWords

WORDS = MailWords(
    language="es",
    from_labels=("De", "Desde", "Remitente"),
    sent_labels=(
        "Enviado", "Enviado el", "Fecha", "Enviada", "Enviada el", "Enviados",
    ),
    to_labels=("Para", "A", "Destinatario"),
    subject_labels=("Asunto", "Tema"),
    cc_labels=("CC", "CCO", "Copia"),
    other_labels=("Responder a", "Datos adjuntos", "Adjuntos", "Importancia", "Prioridad"),
    attribution_leads=("El", "En"),
    attribution_verbs=("escribió", "escribio", "escribía", "ha escrito", "escribe", "escribieron"),
    attribution_intros=("Citando a", "Quoting"),
    weekdays=(
        "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "lun", "mar", "mié",
        "jue", "vie", "sáb", "dom",
    ),
    original=("Mensaje original", "Mensaje Original", "Correo original"),
    forwarded=(
        "Mensaje reenviado", "Inicio del mensaje reenviado", "Mensaje Reenviado", "Reenviado por",
        "Forwarded message",
    ),
    greetings=(
        "Hola", "Buenos días", "Buenas tardes", "Buenas noches", "Buenas", "Buen día", "Estimado",
        "Estimada", "Estimados", "Estimadas", "Apreciado", "Apreciada", "Querido", "Querida", "Queridos",
        "Muy señor mío", "Muy señores míos", "Muy buenas", "Saludos cordiales a todos", "Distinguido",
        "Distinguida",
    ),
    calls=("Hola", "Buenos días", "Buenas tardes"),
    titles=("Sr.", "Sra.", "Señor", "Señora", "Don", "Doña", "Dr.", "Dra."),
    closings=(
        "Saludos", "Un saludo", "Saludos cordiales", "Un cordial saludo", "Cordiales saludos",
        "Atentamente", "Muy atentamente", "Cordialmente", "Atte", "Le saluda atentamente",
        "Reciba un cordial saludo", "Reciban un cordial saludo", "Un abrazo", "Abrazos", "Besos",
        "Hasta luego", "Hasta pronto", "Buen fin de semana", "Que tenga un buen día",
        "Gracias y un saludo", "Gracias y saludos", "Muchas gracias y saludos", "Sin otro particular",
        "Quedo a la espera", "Un fuerte abrazo", "Sinceramente", "Con un cordial saludo",
    ),
    thanks=(
        "Gracias", "Muchas gracias", "Gracias de antemano", "Mil gracias", "Muchísimas gracias",
        "Gracias por adelantado", "Gracias por su ayuda",
    ),
    mobile=(
        "Enviado desde", "Enviado de", "Enviado con", "Obtener Outlook para", "Enviado por",
        "Descargar Outlook", "Obtén Outlook", "Obtenga Outlook", "Enviado del iPhone", "Enviado del iPad",
    ),
    disclaimers=(
        "Este mensaje", "Este correo", "Este e-mail", "La información contenida", "Le informamos",
        "En cumplimiento", "De conformidad con",
    ),
    banners=(
        "Aviso legal", "Aviso de confidencialidad", "Antes de imprimir", "Libre de virus",
        "Cláusula de confidencialidad", "No suele recibir correo", "No suele recibir correos",
        "Algunas personas que han recibido este mensaje no suelen",
    ),
    notice_subjects=("mensaje", "correo", "e-mail", "archivos"),
    notice_cues=(
        "confidencial", "destinatario", "destinatarios", "prohibida", "prohibido", "no autorizada",
        "por error", "eliminar", "destruir", "privilegiada", "exclusivo",
    ),
    contact=(
        "Tel", "Teléfono", "Tfno", "Móvil", "Cel", "Fax", "S.L.", "S.A.", "SL", "S.A. de C.V.", "CIF",
        "NIF", "Director", "Directora", "Departamento", "Responsable", "Calle", "C/", "Avda", "Gerente",
    ),
    list_footers=(
        "Ha recibido este mensaje", "Has recibido este mensaje", "Para cancelar la suscripción",
        "Recibió este mensaje", "Darse de baja",
    ),
    postscripts=("PD", "P.D.", "PS", "P.S."),
    reply_markers=(
        "Por favor, escriba su respuesta por encima de esta línea",
        "Escriba su respuesta por encima de esta línea", "Por favor responda por encima de esta línea",
        "Responda por encima de esta línea", "Responda encima de esta línea",
        "Por favor, responda encima de esta línea", "Introduzca su respuesta por encima",
    ),
    first_person=("yo", "mi", "mis", "me"),
    outside=("externo", "externa", "fuera de la organización"),
    label_names=("Clasificación", "Confidencialidad"),
    label_levels=("interno", "interna", "uso interno", "público", "pública", "confidencial", "restringido"),
    groups=("equipo", "servicio", "secretaría", "la redacción", "la dirección"),
    scan_notes=(
        "El software de antivirus", "El antivirus", "Este correo electrónico", "Este correo",
        "Este mensaje", "Este e-mail", "Este email", "Libre de virus", "Sin virus",
        "No se encontraron virus", "No se han encontrado virus", "Comprobado por", "Analizado por",
    ),
    viruses=("virus", "antivirus", "malware"),
    writings=("manual", "documentación", "guía", "hoja de datos", "mensaje de error", "página", "registro"),
)  # fmt: skip
